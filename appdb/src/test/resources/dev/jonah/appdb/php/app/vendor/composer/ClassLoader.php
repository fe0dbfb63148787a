of Composer
