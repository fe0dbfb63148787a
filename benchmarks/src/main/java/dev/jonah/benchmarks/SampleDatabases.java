package dev.jonah.benchmarks;

import dev.jonah.value.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Adler32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Layers that hold a package database, and none of the files that it names. */
final class SampleDatabases {
    private SampleDatabases() {}

    /** dpkg's, with a list and checksums of each package's files. */
    static byte[] dpkg(int packages, int files) {
        List<String> names = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        StringBuilder status = new StringBuilder();
        for (int i = 0; i < packages; i++) {
            status.append("Package: package-")
                    .append(i)
                    .append("\nStatus: install ok installed\nVersion: 1.2-")
                    .append(i);
            status.append(
                    "\nArchitecture: amd64\nMaintainer: A <a@example.org>\nDepends: libc6 (>= 2.36), package-0\n");
            status.append("Description: a package\n that does nothing\n .\n but fill a database\n\n");
            StringBuilder list = new StringBuilder("/.\n");
            StringBuilder sums = new StringBuilder();
            for (int j = 0; j < files; j++) {
                String path = path(i, j);
                list.append(path).append('\n');
                sums.append(md5(path))
                        .append("  ")
                        .append(path, 1, path.length())
                        .append('\n');
            }
            names.add("var/lib/dpkg/info/package-" + i + ".list");
            texts.add(list.toString());
            names.add("var/lib/dpkg/info/package-" + i + ".md5sums");
            texts.add(sums.toString());
        }
        names.add("var/lib/dpkg/status");
        texts.add(status.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < names.size(); i++) {
                put(tar, names.get(i), texts.get(i).getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** rpm's, in the format ndb. */
    static byte[] rpm(int packages, int files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            put(tar, "usr/lib/sysimage/rpm/Packages.db", ndb(packages, files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static String path(int number, int file) {
        return String.format("/usr/share/package-%d/directory-%d/file-%d", number, file / 20, file);
    }

    private static String md5(String text) {
        return Digest.compute(Digest.Algorithm.MD5, text.getBytes(StandardCharsets.US_ASCII))
                .hex();
    }

    private static byte[] ndb(int packages, int files) {
        int slotPages = (packages + 2 + 255) / 256;
        ByteBuffer slots = ByteBuffer.allocate(slotPages * 4096).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream blobs = new ByteArrayOutputStream();
        for (int slot = 2; slot < slotPages * 256; slot++) {
            slots.putInt(slot * 16, 0x746f6c53);
        }
        slots.putInt(0, 0x506d7052).putInt(8, 1).putInt(12, slotPages).putInt(16, packages + 1);
        for (int i = 0; i < packages; i++) {
            byte[] header = header(i, files);
            int blocks = (16 + header.length + 12 + 15) / 16;
            ByteBuffer blob = ByteBuffer.allocate(blocks * 16).order(ByteOrder.LITTLE_ENDIAN);
            blob.putInt(0x53626c42)
                    .putInt(i + 1)
                    .putInt(1)
                    .putInt(header.length)
                    .put(header);
            Adler32 checksum = new Adler32();
            checksum.update(blob.array(), 0, blob.capacity() - 12);
            blob.position(blob.capacity() - 12);
            blob.putInt((int) checksum.getValue()).putInt(header.length).putInt(0x45626c42);
            int slot = (2 + i) * 16;
            slots.putInt(slot + 4, i + 1)
                    .putInt(slot + 8, (slots.capacity() + blobs.size()) / 16)
                    .putInt(slot + 12, blocks);
            blobs.writeBytes(blob.array());
        }
        byte[] all = new byte[slots.capacity() + blobs.size()];
        slots.get(0, all, 0, slots.capacity());
        System.arraycopy(blobs.toByteArray(), 0, all, slots.capacity(), blobs.size());
        return all;
    }

    private static byte[] header(int number, int files) {
        HeaderWriter out = new HeaderWriter();
        out.text(1000, "package-" + number)
                .text(1001, "1.2")
                .text(1002, String.valueOf(number))
                .text(1022, "x86_64");
        out.text(1014, "MIT").text(1044, "package-" + number + "-1.2-1.src.rpm");
        String[] names = new String[files];
        String[] digests = new String[files];
        String[] links = new String[files];
        int[] sizes = new int[files];
        int[] directories = new int[files];
        for (int i = 0; i < files; i++) {
            String path = path(number, i);
            names[i] = path.substring(path.lastIndexOf('/') + 1);
            digests[i] = Digest.compute(Digest.Algorithm.SHA256, path.getBytes(StandardCharsets.US_ASCII))
                    .hex();
            links[i] = "";
            sizes[i] = i;
            directories[i] = i / 20;
        }
        String[] folders = new String[(files + 19) / 20];
        for (int i = 0; i < folders.length; i++) {
            String path = path(number, i * 20);
            folders[i] = path.substring(0, path.lastIndexOf('/') + 1);
        }
        int[] ones = new int[files];
        java.util.Arrays.fill(ones, -1);
        return out.numbers(1028, sizes)
                .texts(1035, digests)
                .texts(1036, links)
                .numbers(1045, ones)
                .numbers(1116, directories)
                .texts(1117, names)
                .texts(1118, folders)
                .numbers(5011, 8)
                .bytes();
    }
}
