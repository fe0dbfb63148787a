package dev.jonah.sysdb.alpine;

import dev.jonah.sysdb.alpine.format.ApkDirectory;
import dev.jonah.sysdb.alpine.format.ApkPackage;
import dev.jonah.value.RawText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the packages that name a directory decides about its owner and mode: apk goes by priority, then by order. */
final class DirectoryOwners {
    private final Map<RawText, ApkPackage> owners = new HashMap<>();

    DirectoryOwners(List<ApkPackage> packages) {
        for (ApkPackage candidate : packages) {
            for (ApkDirectory directory : candidate.directories()) {
                owners.merge(directory.path(), candidate, (owner, other) -> replaces(other, owner) ? other : owner);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // this very stanza, not one that reads the same
    boolean owns(ApkPackage candidate, RawText directory) {
        return owners.get(directory) == candidate;
    }

    private static boolean replaces(ApkPackage other, ApkPackage owner) {
        long difference = priority(other) - priority(owner);
        String origin = other.text('o');
        return difference > 0
                || difference == 0
                        && origin != null
                        && origin.equals(other.name())
                        && origin.equals(owner.text('o'))
                        && !origin.equals(owner.name());
    }

    private static long priority(ApkPackage candidate) {
        Long priority = candidate.number('q');
        return priority == null ? 0 : priority;
    }
}
