require "greet/version"
