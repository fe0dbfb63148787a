package dev.jonah.appdb.golang.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoBuildInfoTest {
    @Test
    void modulesAndReplacementsAreReadInOrder() {
        GoBuildInfo info = GoBuildInfo.parse(
                "go1.22", "path\ta/b\nmod\ta\t(devel)\t\ndep\tc\tv1\th1:x\n=>\td\tv2\th1:y\n=>\t\t\n");
        assertThat(info.path()).isEqualTo("a/b");
        assertThat(info.main()).isEqualTo(new GoModule("a", "(devel)", "", null));
        assertThat(info.dependencies())
                .containsExactly(new GoModule("c", "v1", "h1:x", new GoModule("d", "v2", "h1:y", null)));
    }

    @Test
    void quotedSettingsMeanWhatGoMeans() {
        GoBuildInfo info = GoBuildInfo.parse(
                "go1.22", "build\tGOARCH=amd64\nbuild\t\"a\\tb\"=\"x \\\"y\\\" \\u00e4\\x41\"\nbuild\t-tags=`a b`\n");
        assertThat(info.settings())
                .containsEntry("GOARCH", "amd64")
                .containsEntry("a\tb", "x \"y\" \u00e4A")
                .containsEntry("-tags", "a b");
    }

    @Test
    void whatANewerGoWritesIsPassedOver() {
        assertThat(GoBuildInfo.parse("go9", "path\ta\nnew\tline\nbuild\tnonsense\n")
                        .settings())
                .isEmpty();
    }

    @Test
    void directoriesAreTold() {
        assertThat(new GoModule("./x", "", "", null).isDirectory()).isTrue();
        assertThat(new GoModule("C:\\x", "", "", null).isDirectory()).isTrue();
        assertThat(new GoModule("example.com/x", "", "", null).isDirectory()).isFalse();
    }
}
