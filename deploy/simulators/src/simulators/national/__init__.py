"""The national platform of housing funds (全国住房公积金服务平台): slow, wrong and away when told."""
