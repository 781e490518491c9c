"""Invented messages in the shapes that lists, archives and mail programs give them."""

from email.message import EmailMessage

QUESTION = "Which one change would help the people who tend the marsh most, and how shall we get there?"

OPENING = f"""\
Hello all,

Two seats are free and three people stand, so there will be a Q&A and a vote.
The next period (Mar3-10th) is for asking; voting opens on the 11th.

To begin with, I shall ask the candidates:
  Q. {QUESTION}

Candidates (in alphabetical order):
-Cleo Brook [1]
-Carl Reed  [2]
-Dana Sedge [3]

[1] https://marsh.example/candidates/cleo.txt
[2] https://marsh.example/candidates/carl.txt

---------------------------------------------------------------------
Saltmarsh Works (UK) Limited
Registered No. 7654321 (England)
Registered Office: Quay Road, Saltby

This e-mail and any attachments may contain confidential material for
the sole use of the intended recipient(s). If you are not the intended
recipient, please contact the sender and delete all copies.
"""

OWN_WORDS = """\
Thank you, Olga.

>   Q. Which one change would help the people who tend the
>   marsh most, and how shall we get there?

We need more hands. There are
two things to do:

- Lower the threshold. People like the marsh, but fear the tide.
  - `tide-table` is a good start, and we could bring it down\x20
      to one page.
  - The boat has been mended, and it is a light and more\x20
     open vessel.
- Be more flexible.
  - We are working on the dyke, and Dana has plans
    for it.

On the other hand, we should keep the birds.

- Let them nest.
- And we shall count them.

Thank you for the work, and here is to a better year.

Cheers!

Cleo
"""

LIST_FOOTER = """\
_______________________________________________
marsh-dev mailing list
marsh-dev at lists.marsh.example
http://lists.marsh.example/cgi-bin/mailman/listinfo/marsh-dev


More information about the marsh-dev mailing list"""

BLOCK = """\
------------------------------------------------------------------
From:Official, Olga <olga.official at marsh.example>
Send Time:2021年3月3日(星期三) 18:25
To:marsh-dev at lists.marsh.example <marsh-dev at lists.marsh.example>
Subject:[marsh-dev] Council election: questions, please!


"""

BODY = f"\n\n{OWN_WORDS}\n{BLOCK}{OPENING}\n\n{LIST_FOOTER}"

ARCHIVED = f"""\
[marsh-dev] Council election: questions, please!

Cleo Brook cleo at brook.example
Thu Mar  4 02:23:19 UTC 2021
{BODY}"""


def sent(
    sender: str,
    text: str,
    *,
    subject: str = "Council election: questions, please!",
    date: str = "Wed, 03 Mar 2021 18:25:00 +0000",
    identifier: str = "",
    answers: str = "",
) -> bytes:
    """A message as a mail program sends it."""
    message = EmailMessage()
    message["From"] = sender
    message["Subject"] = subject
    message["Date"] = date
    if identifier:
        message["Message-ID"] = identifier
    if answers:
        message["In-Reply-To"] = answers
        message["References"] = answers
    message.set_content(text)
    return message.as_bytes()
