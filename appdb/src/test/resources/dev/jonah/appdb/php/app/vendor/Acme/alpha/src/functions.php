<?php function alpha() {}
