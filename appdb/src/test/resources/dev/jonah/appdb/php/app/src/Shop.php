<?php namespace Shop; class Shop {}
