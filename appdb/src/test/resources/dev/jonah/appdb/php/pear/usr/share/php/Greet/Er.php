<?php class Greet_Er {}
