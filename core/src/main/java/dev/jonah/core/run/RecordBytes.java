package dev.jonah.core.run;

import dev.jonah.packages.Purl;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the output of a step into bytes and back: records of records, lists, sets, maps with text keys, enums, text, numbers and
 * values. Each value carries its type, so that what is read back is what was written, whatever the declared type.
 */
public final class RecordBytes {

    private RecordBytes() {}

    /**
     * @throws IllegalArgumentException if something in it is of no type that can be written down
     */
    public static byte[] write(Record facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            value(facts, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IOException if these are not bytes that {@link #write} made
     */
    public static Record read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return (Record) java.util.Objects.requireNonNull(value(in));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IOException("not the facts of a step: " + e, e);
        }
    }

    private static void value(@Nullable Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof String text) {
            out.writeByte('s');
            bytes(text.getBytes(StandardCharsets.UTF_8), out);
        } else if (value instanceof Integer number) {
            out.writeByte('i');
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? 't' : 'f');
        } else if (value instanceof ImagePath path) {
            out.writeByte('p');
            bytes(path.raw().bytes(), out);
        } else if (value instanceof RawText text) {
            out.writeByte('r');
            bytes(text.bytes(), out);
        } else if (value instanceof Purl purl) {
            out.writeByte('u');
            bytes(purl.toString().getBytes(StandardCharsets.UTF_8), out);
        } else if (value instanceof Digest digest) {
            out.writeByte('d');
            out.writeUTF(digest.algorithm().id());
            out.writeUTF(digest.hex());
        } else if (value instanceof List<?> list) {
            out.writeByte('L');
            out.writeInt(list.size());
            for (Object element : list) {
                value(element, out);
            }
        } else if (value instanceof Set<?> set) {
            out.writeByte('S');
            out.writeInt(set.size());
            for (Object element : set) {
                value(element, out);
            }
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte('M');
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                value(entry.getKey(), out);
                value(entry.getValue(), out);
            }
        } else if (value instanceof Enum<?> constant) {
            out.writeByte('e');
            out.writeUTF(constant.getDeclaringClass().getName());
            out.writeUTF(constant.name());
        } else if (value instanceof Record record) {
            record(record, out);
        } else {
            throw new IllegalArgumentException("cannot be written down: " + value.getClass());
        }
    }

    private static void record(Record record, DataOutputStream out) throws IOException {
        out.writeByte('R');
        out.writeUTF(record.getClass().getName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                value(component.getAccessor().invoke(record), out);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("cannot be written down: " + record.getClass(), e);
            }
        }
    }

    private static @Nullable Object value(DataInputStream in) throws IOException, ReflectiveOperationException {
        return switch (in.readByte()) {
            case '0' -> null;
            case 's' -> text(in);
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            case 't' -> true;
            case 'f' -> false;
            case 'p' -> ImagePath.of(RawText.of(bytes(in)));
            case 'r' -> RawText.of(bytes(in));
            case 'u' -> Purl.parse(text(in));
            case 'd' -> digest(in);
            case 'L' -> list(in);
            case 'S' -> new LinkedHashSet<>(list(in));
            case 'M' -> map(in);
            case 'e' -> constant(in);
            case 'R' -> record(in);
            default -> throw new IOException("unknown mark");
        };
    }

    private static Digest digest(DataInputStream in) throws IOException {
        String algorithm = in.readUTF();
        Digest.Algorithm known = Digest.Algorithm.byId(algorithm);
        if (known == null) {
            throw new IOException("unknown algorithm " + algorithm);
        }
        return new Digest(known, in.readUTF());
    }

    private static List<@Nullable Object> list(DataInputStream in) throws IOException, ReflectiveOperationException {
        int size = in.readInt();
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(in));
        }
        return list;
    }

    private static Map<Object, @Nullable Object> map(DataInputStream in)
            throws IOException, ReflectiveOperationException {
        int size = in.readInt();
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(java.util.Objects.requireNonNull(value(in)), value(in));
        }
        return map;
    }

    private static Object constant(DataInputStream in) throws IOException, ReflectiveOperationException {
        Class<?> type = type(in.readUTF());
        String name = in.readUTF();
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IOException(type + " has no " + name);
    }

    private static Object record(DataInputStream in) throws IOException, ReflectiveOperationException {
        Class<?> type = type(in.readUTF());
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(in);
        }
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    /** Only types of records and enums, whose construction does nothing but check. */
    private static Class<?> type(String name) throws IOException, ReflectiveOperationException {
        Class<?> type = Class.forName(name, false, RecordBytes.class.getClassLoader());
        if (!type.isRecord() && !type.isEnum()) {
            throw new IOException("neither a record nor an enum: " + name);
        }
        return type;
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }
}
