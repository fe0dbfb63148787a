module Plain; end
