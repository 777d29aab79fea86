"""What is on the wire to and from WeChat: signatures, encryption, XML; pure."""
