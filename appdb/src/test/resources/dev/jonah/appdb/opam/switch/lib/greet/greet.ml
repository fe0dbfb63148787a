let hello = "hello"
