package dev.assay.run;

import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short form of a value of records, lists and plain values, the same for equal values alone. Each
 * part is preceded by its kind and length: a text cannot pose as two.
 */
public final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  /** Of such a value. */
  public static byte[] of(Object value) {
    try {
      Fingerprint fingerprint = new Fingerprint(MessageDigest.getInstance("SHA-256"));
      fingerprint.add(value);
      return fingerprint.digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(@Nullable Object value) {
    switch (value) {
      case null -> begin("nothing", 0);
      case Record whole -> addParts(whole);
      case List<?> items -> {
        begin("list", items.size());
        items.forEach(this::add);
      }
      default -> {
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        begin(value.getClass().getSimpleName(), text.length);
        digest.update(text);
      }
    }
  }

  private void addParts(Record whole) {
    RecordComponent[] parts = whole.getClass().getRecordComponents();
    begin(whole.getClass().getSimpleName(), parts.length);
    try {
      for (RecordComponent part : parts) {
        part.getAccessor().setAccessible(true);
        add(part.getAccessor().invoke(whole));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void begin(String kind, int length) {
    digest.update(kind.getBytes(StandardCharsets.UTF_8));
    digest.update(ByteBuffer.allocate(1 + Integer.BYTES).put((byte) 0).putInt(length).array());
  }
}
