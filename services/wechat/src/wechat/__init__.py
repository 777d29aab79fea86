"""The WeChat official account (微信公众号); no business state."""
