package dev.jonah.packages;

/** Why something that a package promises is not in the image. */
public enum MissingClass {
    /** Nothing tells why. */
    UNEXPLAINED,
    /** Documentation or the like that was left out at installation by a rule. */
    EXCLUDED_DOC,
    /** The package only reserves the name. */
    GHOST,
    /** A configuration file that somebody removed. */
    CONFIG_REMOVED,
    /** It was there in a lower layer and a later one deleted it. */
    DELETED_IN_LAYER,
    /** It is kept under another name. */
    DIVERTED;

    /**
     * Whether somebody decided that it should not be there: the package, a rule of its manager, or who configured the
     * image. The rest is worth a look.
     */
    public boolean isExpected() {
        return this != UNEXPLAINED && this != DELETED_IN_LAYER;
    }
}
