rockspec_format = "3.0"
package = "greetbase"
version = "0.5-2"
source = { url = "file://greetbase-0.5.tar.gz", dir="greetbase-0.5" }
description = { license = "MIT", issues_url="https://issues.example", labels={"x"} }
build = { type = "builtin", modules = { greetbase = "greetbase.lua" } }
