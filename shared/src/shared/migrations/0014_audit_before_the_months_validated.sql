ALTER TABLE audit_record VALIDATE CONSTRAINT before_the_months;
