package Greet::Base;
our $VERSION = "0.5";
1;
