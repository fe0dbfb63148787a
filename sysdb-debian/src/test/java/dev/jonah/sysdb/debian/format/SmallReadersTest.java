package dev.jonah.sysdb.debian.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallReadersTest {
    @Test
    void diversionsAreOfPackagesOrLocal() {
        Reading<Diversion> diversions =
                Texts.read("/bin/sh\n/bin/sh.distrib\ndash\n/a b\n/a c/\n:\n", DiversionsReader::read);
        assertThat(diversions.entries())
                .containsExactly(
                        new Diversion(Texts.raw("/bin/sh"), Texts.raw("/bin/sh.distrib"), "dash"),
                        new Diversion(Texts.raw("/a b"), Texts.raw("/a c"), null));
        assertThat(diversions.problems()).isEmpty();
    }

    @Test
    void diversionsThatShareAPathAreKeptAndReported() {
        Reading<Diversion> diversions = Texts.read("/a\n/b\nx\n/b\n/a\ny\n/a\n/c\nz\n", DiversionsReader::read);
        assertThat(diversions.entries()).hasSize(3);
        assertThat(Texts.lines(diversions.problems())).containsExactly(6L, 9L);
    }

    @Test
    void brokenDiversionsAreReported() {
        Reading<Diversion> diversions = Texts.read("a\n/b\nx\n/c\n\ny\n/d\n/e\n", DiversionsReader::read);
        assertThat(diversions.entries()).isEmpty();
        assertThat(Texts.lines(diversions.problems())).containsExactly(3L, 6L, 8L);
    }

    @Test
    void overridesNameOwnerGroupAndMode() {
        Reading<StatOverride> overrides =
                Texts.read("root crontab 2755 /usr/bin/crontab\n#0 #101 0640 /a b/\n", StatOverridesReader::read);
        assertThat(overrides.entries())
                .containsExactly(
                        new StatOverride("root", "crontab", 02755, Texts.raw("/usr/bin/crontab")),
                        new StatOverride("#0", "#101", 0640, Texts.raw("/a b")));
        assertThat(overrides.entries().get(1).gid()).isEqualTo(101L);
        assertThat(overrides.entries().get(0).uid()).isNull();
    }

    @Test
    void brokenOverridesAreReported() {
        String text = "\nroot root 9 /a\nroot root 17777 /a\nroot root 755 a\n#x root 755 /a\nroot root 755\n"
                + "a a 1 /x\na a 2 /x\n";
        Reading<StatOverride> overrides = Texts.read(text, StatOverridesReader::read);
        assertThat(overrides.entries()).extracting(StatOverride::mode).containsExactly(1, 2);
        assertThat(Texts.lines(overrides.problems())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 8L);
    }

    @Test
    void alternativesHaveSlavesAndChoices() {
        Alternative awk = alternative("auto\n/usr/bin/awk\nawk.1.gz\n/man/awk.1.gz\nnawk\n/usr/bin/nawk\n\n"
                + "/usr/bin/mawk\n5\n/man/mawk.1.gz\n\n/usr/bin/gawk\n10\n\n/usr/bin/gawk\n\n");
        assertThat(awk.automatic()).isTrue();
        assertThat(awk.link()).isEqualTo(Texts.raw("/usr/bin/awk"));
        assertThat(awk.slaves())
                .containsExactly(
                        new Alternative.Slave(Texts.raw("awk.1.gz"), Texts.raw("/man/awk.1.gz")),
                        new Alternative.Slave(Texts.raw("nawk"), Texts.raw("/usr/bin/nawk")));
        assertThat(awk.choices())
                .containsExactly(
                        new Alternative.Choice(Texts.raw("/usr/bin/mawk"), 5, Texts.raw("/man/mawk.1.gz", "")),
                        new Alternative.Choice(Texts.raw("/usr/bin/gawk"), 10, Texts.raw("", "/usr/bin/gawk")));
        assertThat(awk.best()).isEqualTo(awk.choice(Texts.raw("/usr/bin/gawk")));
        assertThat(awk.problems()).isEmpty();
    }

    @Test
    void theFirstOfEqualPrioritiesIsBest() {
        Alternative alternative = alternative("manual\n/l\n\n/a\n-1\n/b\n-1\n\n");
        assertThat(alternative.automatic()).isFalse();
        assertThat(alternative.best()).isEqualTo(alternative.choice(Texts.raw("/a")));
    }

    @Test
    void brokenAlternativesAreReported() {
        assertThat(alternative("").problems()).hasSize(1);
        assertThat(alternative("").best()).isNull();
        assertThat(alternative("other\n/l\n\n").problems()).hasSize(1);
        assertThat(alternative("auto\n/l\ns\n\n/a\n1\n").problems()).hasSize(1);
        assertThat(alternative("auto\n/l\n\n/a\nx\n/b\n1\n").choices()).hasSize(1);
        Alternative cut = alternative("auto\n/l\ns\n/s\n\n/a\n1");
        assertThat(cut.problems()).hasSize(1);
        assertThat(cut.choices())
                .containsExactly(new Alternative.Choice(
                        Texts.raw("/a"), 1, Texts.raw("", "").subList(0, 1)));
    }

    @Test
    void triggersNamePackagesOrDirectives() {
        assertThat(Texts.read("/usr/share/a b man-db/noawait\n/x\n", TriggersReader::readFileInterests)
                        .entries())
                .singleElement()
                .satisfies(trigger -> {
                    assertThat(trigger.name()).isEqualTo(Texts.raw("/usr/share/a b"));
                    assertThat(trigger.packages()).containsExactly("man-db");
                });
        assertThat(Texts.read("ldconfig - libc-bin\n\n", TriggersReader::readUnincorporated)
                        .entries())
                .singleElement()
                .satisfies(trigger -> assertThat(trigger.packages()).containsExactly("libc-bin"));
        Reading<Trigger> directives =
                Texts.read("# about\ninterest-noawait /a b # c\nactivate x\nodd\n", TriggersReader::readDirectives);
        assertThat(directives.entries())
                .containsExactly(
                        new Trigger(Texts.raw("/a b"), List.of("interest-noawait")),
                        new Trigger(Texts.raw("x"), List.of("activate")));
        assertThat(Texts.lines(directives.problems())).containsExactly(4L);
    }

    @Test
    void aptTellsWhatCameByItself() {
        List<ExtendedState> states = Texts.read(
                        "Package: a\nArchitecture: amd64\nAuto-Installed: 1\n\nPackage: b\n\nAuto-Installed: 1\n",
                        StatusReader::read)
                .entries()
                .stream()
                .map(ExtendedState::of)
                .toList();
        assertThat(states)
                .containsExactly(new ExtendedState("a", "amd64", true), new ExtendedState("b", null, false), null);
    }

    @Test
    void onlyTheBeginningOfManyProblemsIsKept() {
        assertThat(Texts.read("x\n".repeat(1000), FileListReader::read).problems())
                .hasSize(100);
    }

    @Test
    void whatCouldBeReadBeforeALimitIsKept() {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 10).build();
        Reading<Diversion> diversions = DiversionsReader.read(Texts.stream("/a\n/b\n:\n/" + "x".repeat(99)), limits);
        assertThat(diversions.entries()).hasSize(1);
        assertThat(diversions.failure()).isNotNull();
    }

    private static Alternative alternative(String text) {
        return AlternativesReader.read(Texts.stream(text), Limits.defaults());
    }
}
