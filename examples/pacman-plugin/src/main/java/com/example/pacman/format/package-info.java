/**
 * Readers of what pacman writes and reads: each turns an {@code InputStream} into records and knows nothing of images or
 * package URLs. Start with {@link com.example.pacman.format.SectionReader} and {@link
 * com.example.pacman.format.MtreeReader}.
 */
@NullMarked
package com.example.pacman.format;

import org.jspecify.annotations.NullMarked;
