<?php namespace Acme\Alpha; class A {}
