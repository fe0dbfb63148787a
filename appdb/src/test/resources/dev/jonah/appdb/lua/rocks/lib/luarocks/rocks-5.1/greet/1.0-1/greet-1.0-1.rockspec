package = "greet"
version = "1.0-1"
source = { url = "file://greet-1.0.tar.gz", dir = "greet-1.0" }
description = {
   summary = "Greets",
   detailed = [[
      Greets in many ways.
   ]],
   homepage = "https://greet.example", -- a comment
   license = "MIT/X11",
   maintainer = 'A. Author <author@greet.example>'
}
supported_platforms = { "linux" }
dependencies = { "lua >= 5.1, < 5.5", "greetbase ~> 0.5" }
build = {
   type = "builtin",
   modules = { greet = "lua/greet.lua", ["greet.words"] = "lua/words.lua" },
   install = { bin = { greet = "bin/greet" }, conf = { ["greet.conf"] = "greet.conf" } },
   copy_directories = { "doc" }
}
