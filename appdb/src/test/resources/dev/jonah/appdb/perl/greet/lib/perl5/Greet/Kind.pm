package Greet::Kind;
use strict;
our $VERSION = '1.02';
sub greet { "hello" }
1;
__END__
=head1 NAME

Greet::Kind - greets kindly

=cut
