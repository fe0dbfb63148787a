package dev.jonah.sysdb.rpm.format;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tags of a header that have a meaning here; every other one can be read by its number. Names are those of rpm. */
public enum RpmTag {
    /** Region of very old packages. */
    HEADERIMAGE(61),
    /** Region of the signature header of a package file. */
    HEADERSIGNATURES(62),
    /** Region that checksums and signatures are about. */
    HEADERIMMUTABLE(63),
    /** Locales of the strings of type {@link RpmType#I18N_STRING}. */
    HEADERI18NTABLE(100),
    /** Bytes of header and payload. */
    SIGSIZE(257),
    /** Signature of header and payload, by RSA. */
    SIGPGP(259),
    /** MD5 of header and payload, 16 bytes. */
    SIGMD5(261),
    /** Signature of header and payload, by DSA. */
    SIGGPG(262),
    /** Public keys in base64. */
    PUBKEYS(266),
    /** OpenPGP signature of the header: DSA, ECDSA or EdDSA. */
    DSAHEADER(267),
    /** OpenPGP signature of the header: RSA. */
    RSAHEADER(268),
    /** SHA-1 of the header in hexadecimal. */
    SHA1HEADER(269),
    /** {@link #SIGSIZE} in 64 bits. */
    LONGSIGSIZE(270),
    /** {@link #ARCHIVESIZE} in 64 bits. */
    LONGARCHIVESIZE(271),
    /** SHA-256 of the header in hexadecimal. */
    SHA256HEADER(273),
    /** fs-verity signatures of the files. */
    VERITYSIGNATURES(276),
    /** OpenPGP signatures of the header, base64; rpm 6. */
    OPENPGP(278),
    /** SHA3-256 of the header in hexadecimal; rpm 6. */
    SHA3_256HEADER(279),
    /** {@code name}. */
    NAME(1000),
    /** {@code version}. */
    VERSION(1001),
    /** {@code release}. */
    RELEASE(1002),
    /** {@code epoch}. */
    EPOCH(1003),
    /** {@code summary}. */
    SUMMARY(1004),
    /** {@code description}. */
    DESCRIPTION(1005),
    /** {@code buildtime}. */
    BUILDTIME(1006),
    /** {@code buildhost}. */
    BUILDHOST(1007),
    /** {@code installtime}. */
    INSTALLTIME(1008),
    /** Bytes of all files. */
    SIZE(1009),
    /** {@code distribution}. */
    DISTRIBUTION(1010),
    /** {@code vendor}. */
    VENDOR(1011),
    /** {@code license}. */
    LICENSE(1014),
    /** {@code packager}. */
    PACKAGER(1015),
    /** {@code group}. */
    GROUP(1016),
    /** {@code url}. */
    URL(1020),
    /** {@code os}. */
    OS(1021),
    /** {@code arch}. */
    ARCH(1022),
    /** {@code prein}. */
    PREIN(1023),
    /** {@code postin}. */
    POSTIN(1024),
    /** {@code preun}. */
    PREUN(1025),
    /** {@code postun}. */
    POSTUN(1026),
    /** Whole paths; packages of rpm 3. */
    OLDFILENAMES(1027),
    /** {@code filesizes}. */
    FILESIZES(1028),
    /** See {@link RpmFileState}. */
    FILESTATES(1029),
    /** As {@code st_mode}, 16 bits. */
    FILEMODES(1030),
    /** {@code fileuids}. */
    FILEUIDS(1031),
    /** {@code filegids}. */
    FILEGIDS(1032),
    /** Device numbers, the low 16 bits. */
    FILERDEVS(1033),
    /** {@code filemtimes}. */
    FILEMTIMES(1034),
    /** Checksums in hexadecimal. */
    FILEDIGESTS(1035),
    /** {@code filelinktos}. */
    FILELINKTOS(1036),
    /** See {@link RpmFileFlag}. */
    FILEFLAGS(1037),
    /** {@code fileusername}. */
    FILEUSERNAME(1039),
    /** {@code filegroupname}. */
    FILEGROUPNAME(1040),
    /** File name of the source package. */
    SOURCERPM(1044),
    /** See {@link RpmVerifyFlag}. */
    FILEVERIFYFLAGS(1045),
    /** Bytes of the uncompressed payload. */
    ARCHIVESIZE(1046),
    /** {@code providename}. */
    PROVIDENAME(1047),
    /** {@code requireflags}. */
    REQUIREFLAGS(1048),
    /** {@code requirename}. */
    REQUIRENAME(1049),
    /** {@code requireversion}. */
    REQUIREVERSION(1050),
    /** {@code conflictflags}. */
    CONFLICTFLAGS(1053),
    /** {@code conflictname}. */
    CONFLICTNAME(1054),
    /** {@code conflictversion}. */
    CONFLICTVERSION(1055),
    /** {@code rpmversion}. */
    RPMVERSION(1064),
    /** {@code triggerscripts}. */
    TRIGGERSCRIPTS(1065),
    /** {@code triggername}. */
    TRIGGERNAME(1066),
    /** {@code verifyscript}. */
    VERIFYSCRIPT(1079),
    /** {@code changelogtime}. */
    CHANGELOGTIME(1080),
    /** {@code changelogname}. */
    CHANGELOGNAME(1081),
    /** {@code changelogtext}. */
    CHANGELOGTEXT(1082),
    /** {@code preinprog}. */
    PREINPROG(1085),
    /** {@code postinprog}. */
    POSTINPROG(1086),
    /** {@code preunprog}. */
    PREUNPROG(1087),
    /** {@code postunprog}. */
    POSTUNPROG(1088),
    /** {@code obsoletename}. */
    OBSOLETENAME(1090),
    /** {@code verifyscriptprog}. */
    VERIFYSCRIPTPROG(1091),
    /** Says where and when it was built. */
    COOKIE(1094),
    /** {@code filedevices}. */
    FILEDEVICES(1095),
    /** {@code fileinodes}. */
    FILEINODES(1096),
    /** {@code filelangs}. */
    FILELANGS(1097),
    /** {@code prefixes}. */
    PREFIXES(1098),
    /** {@code instprefixes}. */
    INSTPREFIXES(1099),
    /** {@code sourcepackage}. */
    SOURCEPACKAGE(1106),
    /** {@code provideflags}. */
    PROVIDEFLAGS(1112),
    /** {@code provideversion}. */
    PROVIDEVERSION(1113),
    /** {@code obsoleteflags}. */
    OBSOLETEFLAGS(1114),
    /** {@code obsoleteversion}. */
    OBSOLETEVERSION(1115),
    /** {@code dirindexes}. */
    DIRINDEXES(1116),
    /** {@code basenames}. */
    BASENAMES(1117),
    /** {@code dirnames}. */
    DIRNAMES(1118),
    /** {@code origdirindexes}. */
    ORIGDIRINDEXES(1119),
    /** {@code origbasenames}. */
    ORIGBASENAMES(1120),
    /** {@code origdirnames}. */
    ORIGDIRNAMES(1121),
    /** {@code optflags}. */
    OPTFLAGS(1122),
    /** {@code disturl}. */
    DISTURL(1123),
    /** {@code payloadformat}. */
    PAYLOADFORMAT(1124),
    /** {@code payloadcompressor}. */
    PAYLOADCOMPRESSOR(1125),
    /** {@code payloadflags}. */
    PAYLOADFLAGS(1126),
    /** Colour of the transaction that installed it. */
    INSTALLCOLOR(1127),
    /** Number of the transaction that installed it. */
    INSTALLTID(1128),
    /** {@code platform}. */
    PLATFORM(1132),
    /** 1 for 32 bits, 2 for 64 bits. */
    FILECOLORS(1140),
    /** {@code fileclass}. */
    FILECLASS(1141),
    /** {@code classdict}. */
    CLASSDICT(1142),
    /** {@code filecontexts}. */
    FILECONTEXTS(1147),
    /** {@code pretrans}. */
    PRETRANS(1151),
    /** {@code posttrans}. */
    POSTTRANS(1152),
    /** {@code pretransprog}. */
    PRETRANSPROG(1153),
    /** {@code posttransprog}. */
    POSTTRANSPROG(1154),
    /** Tag of the distribution, such as a module's. */
    DISTTAG(1155),
    /** {@code packageorigin}. */
    PACKAGEORIGIN(1170),
    /** {@code longfilesizes}. */
    LONGFILESIZES(5008),
    /** {@code longsize}. */
    LONGSIZE(5009),
    /** File capabilities as text. */
    FILECAPS(5010),
    /** See {@link RpmDigest}. */
    FILEDIGESTALGO(5011),
    /** {@code bugurl}. */
    BUGURL(5012),
    /** {@code vcs}. */
    VCS(5034),
    /** {@code ordername}. */
    ORDERNAME(5035),
    /** {@code orderversion}. */
    ORDERVERSION(5036),
    /** {@code orderflags}. */
    ORDERFLAGS(5037),
    /** {@code recommendname}. */
    RECOMMENDNAME(5046),
    /** {@code recommendversion}. */
    RECOMMENDVERSION(5047),
    /** {@code recommendflags}. */
    RECOMMENDFLAGS(5048),
    /** {@code suggestname}. */
    SUGGESTNAME(5049),
    /** {@code suggestversion}. */
    SUGGESTVERSION(5050),
    /** {@code suggestflags}. */
    SUGGESTFLAGS(5051),
    /** {@code supplementname}. */
    SUPPLEMENTNAME(5052),
    /** {@code supplementversion}. */
    SUPPLEMENTVERSION(5053),
    /** {@code supplementflags}. */
    SUPPLEMENTFLAGS(5054),
    /** {@code enhancename}. */
    ENHANCENAME(5055),
    /** {@code enhanceversion}. */
    ENHANCEVERSION(5056),
    /** {@code enhanceflags}. */
    ENHANCEFLAGS(5057),
    /** {@code encoding}. */
    ENCODING(5062),
    /** IMA signatures of the files. */
    FILESIGNATURES(5090),
    /** {@code filesignaturelength}. */
    FILESIGNATURELENGTH(5091),
    /** {@code payloadsha256}. */
    PAYLOADSHA256(5092),
    /** {@code payloadsha256algo}. */
    PAYLOADSHA256ALGO(5093),
    /** {@code name:stream:version:context[:arch]}. */
    MODULARITYLABEL(5096),
    /** {@code payloadsha256alt}. */
    PAYLOADSHA256ALT(5097),
    /** {@code preuntrans}. */
    PREUNTRANS(5104),
    /** {@code postuntrans}. */
    POSTUNTRANS(5105),
    /** {@code preuntransprog}. */
    PREUNTRANSPROG(5106),
    /** {@code postuntransprog}. */
    POSTUNTRANSPROG(5107),
    /** 4 or 6. */
    RPMFORMAT(5114),
    /** {@code filemimeindex}. */
    FILEMIMEINDEX(5115),
    /** {@code mimedict}. */
    MIMEDICT(5116),
    /** {@code packagedigests}. */
    PACKAGEDIGESTS(5118),
    /** {@code packagedigestalgos}. */
    PACKAGEDIGESTALGOS(5119),
    /** Name, epoch, version and release of the source; rpm 6. */
    SOURCENEVR(5120),
    /** {@code payloadsha512}. */
    PAYLOADSHA512(5121),
    /** {@code payloadsha3_256}. */
    PAYLOADSHA3_256(5123);

    private static final Map<Integer, RpmTag> BY_NUMBER = new HashMap<>();

    static {
        for (RpmTag tag : values()) {
            BY_NUMBER.put(tag.number, tag);
        }
    }

    private final int number;

    RpmTag(int number) {
        this.number = number;
    }

    /** The number in a header. */
    public int number() {
        return number;
    }

    /** The tag with this number, or null if it has no name here. */
    public static @Nullable RpmTag of(int number) {
        return BY_NUMBER.get(number);
    }

    /** Name and number for a message: {@code FILEMODES (1030)}. */
    static String describe(int number) {
        RpmTag tag = of(number);
        return tag == null ? "tag " + number : tag + " (" + number + ")";
    }
}
