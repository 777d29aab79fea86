"""Personal information (个人信息保护法): what is kept of whom, why, how long; one's own data; forgetting."""
