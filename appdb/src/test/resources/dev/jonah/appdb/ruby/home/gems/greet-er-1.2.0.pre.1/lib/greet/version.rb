module Greet; VERSION = "1.2.0.pre.1"; end
