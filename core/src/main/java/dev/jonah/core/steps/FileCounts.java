package dev.jonah.core.steps;

import dev.jonah.pipeline.ClaimFacts;
import dev.jonah.pipeline.ClaimFacts.Claim;
import dev.jonah.pipeline.VerificationFacts;
import dev.jonah.pipeline.VerificationFacts.Result;
import dev.jonah.pipeline.VerificationFacts.Status;
import java.util.ArrayList;
import java.util.List;

/** How the files of each package fared, by the number of the package. Results stand in the order of the claims. */
final class FileCounts {
    final int[] claimed;
    final int[] verified;
    final int[] modified;
    final int[] missing;

    FileCounts(int packages, List<ClaimFacts> claims, List<VerificationFacts> verifications) {
        claimed = new int[packages];
        verified = new int[packages];
        modified = new int[packages];
        missing = new int[packages];
        List<Result> results = new ArrayList<>();
        verifications.forEach(facts -> results.addAll(facts.results()));
        int index = 0;
        for (ClaimFacts facts : claims) {
            for (Claim claim : facts.claims()) {
                Status status = index < results.size() ? results.get(index).status() : Status.NOTHING_RECORDED;
                index++;
                if (!JoinClaims.isDirectory(claim.promise())) {
                    claimed[claim.packageNumber()]++;
                    verified[claim.packageNumber()] += status == Status.EQUAL ? 1 : 0;
                    modified[claim.packageNumber()] += status == Status.DIFFERENT ? 1 : 0;
                }
            }
            facts.missing().forEach(gone -> missing[gone.packageNumber()]++);
        }
    }
}
