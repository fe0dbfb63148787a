package dev.jonah.appdb.java;

import java.util.Locale;

/** How sure it is that an archive is what it is taken for. */
enum Confidence {
    /** Two independent words agree: where it lies or what it is called, and what it says. */
    CERTAIN,
    /** One word that is seldom wrong. */
    LIKELY,
    /** Put together from hints; the group may be wrong. */
    GUESSED;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
