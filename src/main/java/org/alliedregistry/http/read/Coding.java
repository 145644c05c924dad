package org.alliedregistry.http.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How the bytes of an answer are coded on their way (RFC 9110, 8.4). */
enum Coding {
  IDENTITY,
  GZIP;

  /** Shorter answers hardly get shorter: they fit into one packet as they are. */
  static final int SHORTEST = 1_024;

  private static final String NAME = "gzip";
  private static final String MARK = "-gzip\"";

  /** Of an answer of a length, for a caller that accepts what its header says. */
  static Coding of(int length, @Nullable String accepted) {
    return length >= SHORTEST && accepted != null && acceptsGzip(accepted) ? GZIP : IDENTITY;
  }

  /** Whether gzip is named, itself or by a star, and not less wanted than no coding. */
  private static boolean acceptsGzip(String accepted) {
    double gzip = -1;
    double star = -1;
    double identity = 0;
    for (String item : accepted.split(",")) {
      int end = item.indexOf(';');
      String name = (end < 0 ? item : item.substring(0, end)).strip();
      double weight = end < 0 ? 1 : weight(item.substring(end + 1).strip());
      if (name.equalsIgnoreCase(NAME) || name.equalsIgnoreCase("x-gzip")) {
        gzip = weight;
      } else if (name.equals("*")) {
        star = weight;
      } else if (name.equalsIgnoreCase("identity")) {
        identity = weight;
      }
    }
    double wanted = gzip < 0 ? star : gzip;
    return wanted > 0 && wanted >= identity;
  }

  /** What cannot be read is not wanted. */
  private static double weight(String parameter) {
    if (!parameter.startsWith("q=") && !parameter.startsWith("Q=")) {
      return 0;
    }
    try {
      return Double.parseDouble(parameter.substring(2).strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The tag of the same answer in this coding: other bytes have another tag. */
  String tag(String plain) {
    return this == IDENTITY ? plain : plain.substring(0, plain.length() - 1) + MARK;
  }

  /** The tag of the answer itself. */
  static String plainTag(String tag) {
    return tag.endsWith(MARK) ? tag.substring(0, tag.length() - MARK.length()) + '"' : tag;
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream coded = new ByteArrayOutputStream(plain.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return coded.toByteArray();
  }
}
