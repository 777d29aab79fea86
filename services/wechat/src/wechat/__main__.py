"""`python -m wechat` is the command `wechat`."""

from wechat.cli import main

main()
