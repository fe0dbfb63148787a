package dev.jonah.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg:deb/debian/attr@1:2.4.47-2%2Bb1?arch=amd64",
                "pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie",
                "pkg:apk/alpine/musl@1.2.5-r0?arch=x86_64&distro=alpine-3.20.3",
                "pkg:rpm/fedora/curl@7.50.3-1.fc25?arch=i386&epoch=1",
                "pkg:npm/%40angular/core@12.3.1",
                "pkg:npm/%40angular/core",
                "pkg:npm/JSONStream@1.3.5",
                "pkg:pypi/django@1.11.1",
                "pkg:pypi/django?vers=vers:pypi%2F%3E%3D1.11.0%7C%21%3D1.11.1%7C%3C2.0.0",
                "pkg:maven/org.apache.xmlgraphics/batik-anim@1.9.1?classifier=sources&type=zip",
                "pkg:golang/github.com/BurntSushi/toml@v1.3.2",
                "pkg:golang/google.golang.org/genproto@abcdedf#googleapis/api/annotations",
                "pkg:golang/stdlib@1.22.3",
                "pkg:gem/ruby-advisory-db-check@0.12.4",
                "pkg:gem/jruby-launcher@1.1.2?platform=java",
                "pkg:cargo/rand@0.7.2",
                "pkg:nuget/EnterpriseLibrary.Common@6.0.1304",
                "pkg:docker/customer/dockerimage@sha256:244fd47e07d1004f0aed9c?repository_url=gcr.io",
                "pkg:oci/debian@sha256:244fd47e07d10?repository_url=docker.io%2Flibrary%2Fdebian&tag=latest",
                "pkg:generic/openssl@1.1.10g?checksum=sha256:de4d501267da&download_url=https:%2F%2Fopenssl.org%2Fx.tgz",
                "pkg:git/codeberg.org/forgejo%2Fforgejo@v1",
                "pkg:brew/postgresql%4012",
                "pkg:cran/A3@0.9.1",
                "pkg:swift/github.com/Alamofire/Alamofire@5.4.3",
                "pkg:generic/gr%C3%B6%C3%9Fe@1%2F2%203",
            })
    void canonicalTextIsReadAndWrittenAlike(String text) {
        assertThat(Purl.parse(text)).hasToString(text);
        assertThat(Purl.parse(Purl.parse(text).toString())).isEqualTo(Purl.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "pkg://npm/a, pkg:npm/a",
        "PKG:NPM/a, pkg:npm/a",
        "pkg:npm/a/, pkg:npm/a",
        "pkg:npm/@angular/core, pkg:npm/%40angular/core",
        "pkg:npm/@angular/core@1.0, pkg:npm/%40angular/core@1.0",
        "pkg:deb/debian/attr@1%3A2.4, pkg:deb/debian/attr@1:2.4",
        "pkg:deb/Debian/Attr@1.0A, pkg:deb/debian/attr@1.0A",
        "pkg:composer/Laravel/Laravel@5.5.0, pkg:composer/laravel/laravel@5.5.0",
        "pkg:apk/Alpine/CURL, pkg:apk/alpine/curl",
        "pkg:rpm/Fedora/ImageMagick@7, pkg:rpm/fedora/ImageMagick@7",
        "pkg:pypi/Django_allauth@12.RC1, pkg:pypi/django-allauth@12.rc1",
        "pkg:pub/Some-Name.x, pkg:pub/some_name_x",
        "pkg:github/Package-URL/Purl-Spec@Abc, pkg:github/package-url/purl-spec@Abc",
        "pkg:huggingface/Distil/Bert@AB12, pkg:huggingface/Distil/Bert@ab12",
        "pkg:generic/a@1?b=2&a=1&c=, pkg:generic/a@1?a=1&b=2",
        "pkg:generic/a@1?, pkg:generic/a@1",
        "pkg:generic/a@, pkg:generic/a",
        "pkg:generic/a#/b/../c/./d//, pkg:generic/a#b/c/d",
        "pkg:generic//x//y/a, pkg:generic/x/y/a",
        "pkg:generic/a@1.0+b c, pkg:generic/a@1.0%2Bb%20c",
    })
    void otherTextIsMadeCanonical(String text, String expected) {
        assertThat(Purl.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "npm/a",
                "pkg:",
                "pkg:npm",
                "pkg:npm/",
                "pkg:npm/@1.0",
                "pkg:3npm/a",
                "pkg:n+pm/a",
                "pkg:n%70m/a",
                "pkg:npm/a%zz",
                "pkg:npm/a%4",
                "pkg:npm/a%ff",
                "pkg:npm/a%2Fb/c",
                "pkg:npm/a?Arch=1",
                "pkg:npm/a?a=1&a=2",
                "pkg:npm/a?a",
                "pkg:npm/a?1a=1",
                "pkg:maven/a@1",
                "pkg:deb/curl@1",
                "pkg:swift/x@1",
                "pkg:vscode-extension/x",
                "pkg:pypi/ns/a@1",
                "pkg:cargo/ns/a@1",
                "pkg:otp/ns/a@1",
                "pkg:vcpkg/ns/a@1",
            })
    void malformedTextIsRefused(String text) {
        assertThatThrownBy(() -> Purl.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void componentsAreDecoded() {
        Purl purl = Purl.parse("pkg:golang/github.com/Azure/go%40x@v1%2B2?k=a%26b#x/y%23z");
        assertThat(purl.type()).isEqualTo("golang");
        assertThat(purl.namespace()).isEqualTo("github.com/Azure");
        assertThat(purl.name()).isEqualTo("go@x");
        assertThat(purl.version()).isEqualTo("v1+2");
        assertThat(purl.qualifiers()).containsEntry("k", "a&b").hasSize(1);
        assertThat(purl.subpath()).isEqualTo("x/y#z");
    }

    @Test
    void whatIsNotThereIsNull() {
        Purl purl = Purl.parse("pkg:generic/a");
        assertThat(purl.namespace()).isNull();
        assertThat(purl.version()).isNull();
        assertThat(purl.subpath()).isNull();
        assertThat(purl.qualifiers()).isEmpty();
    }

    @Test
    void hostileComponentsSurviveARoundTrip() {
        Random random = new Random(3);
        String characters = "aZ0%@/?#&=:+ .-_~äß€😀\u0000\n\\\"";
        for (int i = 0; i < 5000; i++) {
            Purl purl = Purl.of("generic", "n" + text(random, characters))
                    .namespace(text(random, characters))
                    .version(text(random, characters))
                    .qualifier("k", text(random, characters))
                    .subpath(text(random, characters))
                    .build();
            Purl again = Purl.parse(purl.toString());
            assertThat(again).isEqualTo(purl);
            assertThat(again.name()).isEqualTo(purl.name());
            assertThat(again.version()).isEqualTo(purl.version());
            assertThat(again.qualifiers()).isEqualTo(purl.qualifiers());
        }
    }

    @Test
    void aBuilderUsedFurtherLeavesWhatItMadeAlone() {
        Purl.Builder builder = Purl.of("generic", "a").qualifier("x", "1");
        Purl first = builder.build();
        builder.qualifier("y", "2").qualifier("x", null);
        assertThat(first).hasToString("pkg:generic/a?x=1");
        assertThat(first.qualifiers()).containsOnlyKeys("x");
        assertThat(builder.build()).hasToString("pkg:generic/a?y=2");
    }

    @Test
    void upperCaseQualifiersAreRefused() {
        assertThatThrownBy(() -> Purl.of("generic", "a").qualifier("Arch", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLibrarysValueHasTheSameComponents() {
        var url = Purl.parse("pkg:deb/debian/attr@1:2.4?arch=amd64").toPackageUrl();
        assertThat(url.getNamespace()).isEqualTo("debian");
        assertThat(url.getVersion()).isEqualTo("1:2.4");
        assertThat(url.getQualifiers()).containsEntry("arch", "amd64");
    }

    private static String text(Random random, String characters) {
        int[] points = characters.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(6); n > 0; n--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
