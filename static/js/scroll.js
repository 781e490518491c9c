// Boxes that scroll by themselves can be reached with the keyboard, and the present tab is in sight on a phone.
for (const box of document.querySelectorAll("pre, .scroll, .record table, .talk table")) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}

const tab = document.querySelector(".tabs [aria-current]");
if (tab) {
  const tabs = tab.closest(".tabs");
  tabs.scrollLeft += tab.getBoundingClientRect().left - tabs.getBoundingClientRect().left - tabs.clientWidth / 3;
}
