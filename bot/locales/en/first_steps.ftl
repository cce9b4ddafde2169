# The first day: what an owner has still to set up

first-steps = <b>Still to set up</b>
first-step-rights = The bot's rights in the agents' group: check that it can open topics.
first-step-catalogue = The catalogue: it has the topics that are shipped, keep those you need.
first-step-hours = Working hours: sellers learn when to expect an answer.
first-step-canned = Canned answers: for frequent questions, in one tap.
first-step-delay = A delay of answers: with it, what was sent by mistake can be taken back (/undo). 10 seconds will do.
first-step-rights-button = 🔎 Check the rights
first-step-catalogue-button = 🗂 Catalogue
first-step-hours-button = 🕘 Working hours
first-step-canned-button = 💬 Canned answers
first-step-delay-button = ⏳ Answer delay
