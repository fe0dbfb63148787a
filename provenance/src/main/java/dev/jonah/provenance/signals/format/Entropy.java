package dev.jonah.provenance.signals.format;

/** How evenly byte values are spread: Shannon's measure. */
public final class Entropy {
    private Entropy() {}

    /** Bits for each byte, from 0 to 8, of {@code bytes[from, to)}; 0 if there are none. */
    public static double bits(byte[] bytes, int from, int to) {
        int[] counts = new int[256];
        for (int i = from; i < to; i++) {
            counts[bytes[i] & 0xff]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / (to - from);
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}
