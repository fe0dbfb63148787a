/**
 * Packages that pacman installed, as on Arch Linux, Manjaro, MSYS2 and SteamOS. {@link com.example.pacman.PacmanDatabase}
 * reads them, {@link com.example.pacman.PacmanState} explains what pacman keeps beside them.
 */
@NullMarked
package com.example.pacman;

import org.jspecify.annotations.NullMarked;
