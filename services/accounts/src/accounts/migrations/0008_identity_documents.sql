-- Identity documents beside the resident ID (证件类型, A.1); the hash of a number is of its type too.
ALTER TABLE person ADD COLUMN id_type text NOT NULL DEFAULT '01'
    CONSTRAINT type_of_appendix_a1 CHECK (id_type IN ('01', '02', '03', '04', '99'));
COMMENT ON COLUMN person.id_type IS '01 居民身份证, 02 军官证, 03 护照, 04 外国人永久居留身份证, 99 其他';
