# A draft that only waits to be sent
notice-draft-waits = 📝 Your question on “{ $topic }” has not been sent yet: support can't see it. All that is left is to press “Create dialog”.
