package dev.jonah.appdb.dotnet;

import org.jspecify.annotations.Nullable;

/** Versions of assemblies and files: up to four numbers. */
final class AssemblyVersion {
    private AssemblyVersion() {}

    /** Whether this is a version of a file that says something: four numbers, not all 0. */
    static boolean isVersion(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,9}){3}") && !text.equals("0.0.0.0");
    }

    /** Whether this is a version of a release: two to four numbers. */
    static boolean isRelease(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,9}){1,3}");
    }

    /** One of the numbers of a release, from 0; -1 if it has not so many. */
    static long part(String version, int index) {
        return numbers(version)[index];
    }

    /** Compares two; one that is absent or no version is less than all others. */
    static int compare(@Nullable String first, @Nullable String second) {
        long[] a = numbers(first);
        long[] b = numbers(second);
        for (int i = 0; i < 4; i++) {
            int order = Long.compare(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static long[] numbers(@Nullable String version) {
        long[] numbers = {-1, -1, -1, -1};
        if (version == null || !version.matches("\\d{1,9}(\\.\\d{1,9}){0,3}")) {
            return numbers;
        }
        String[] parts = version.split("\\.");
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Long.parseLong(parts[i]);
        }
        return numbers;
    }
}
