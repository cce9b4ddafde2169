# What the demo's page says to try. Shown as plain text.

demo-errand-open = As a seller: press “New dialog”, write “the buyer sent back an empty box”, choose a topic and create the dialog
demo-errand-files = Add a photo to it, and a file over 10 MB: the good one stays, the other is named
demo-errand-answer = As an agent: answer in the dialog's topic, and the seller gets it with stars
demo-errand-note = Leave a note for colleagues: // check the invoice
demo-errand-ask = Ask for a clarification: /ask Which supply is it?
demo-errand-rate = As a seller: rate the answer with stars
demo-errand-figures = As an admin: send /stats, and as an agent in the group: /queue
demo-errand-outage = On the “Trouble” tab switch Telegram off for 20 seconds and go on writing: nothing gets lost

# Its month of made-up dialogs. The shops are divided by semicolons.

demo-shops = Anna's Corner; House of China; Warm Things; Your Tea; Oleg the Joiner; Toys for All; The Gardener; Books & Co; Northern Honey; Textile 37; Bike House; Maria's Candles
demo-question = { $words }. What should I do, please?
demo-answer = We have checked it and put it right. If anything is still wrong, write here.
demo-code = WB-2024/15
