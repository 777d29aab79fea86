-- Nothing calls it: the rules of the service read `base_change` themselves.
DROP FUNCTION base_in_force(individual_account, date);
