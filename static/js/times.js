// Fills what only the browser knows: the reader's own clock beside every date that is told in UTC.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function words(moment) {
  const day = { weekday: "short", day: "numeric", month: "long" };
  const inZone = (options, timeZone) => new Intl.DateTimeFormat("en-GB", { ...options, timeZone }).format(moment);
  const other = inZone(day, zone) === inZone(day, "UTC") ? "" : `${inZone(day, zone)}, `;
  const place = zone.includes("/") && !zone.startsWith("Etc/") ? ` in ${zone.split("/").pop().replaceAll("_", " ")}` : "";
  return `${other}${inZone({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, zone)}${place}, your time`;
}

if (zone && zone !== "UTC" && zone !== "Etc/UTC") {
  for (const time of document.querySelectorAll("time[data-local]")) {
    time.textContent = words(new Date(time.dateTime));
    time.hidden = false;
  }
}
