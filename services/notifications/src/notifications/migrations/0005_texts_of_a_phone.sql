-- A receipt that names no id that we know is looked for among the texts of its phone.
CREATE INDEX text_of_phone ON text (phone_hash, number);
