package org.alliedregistry.http.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The content coding of an answer (RFC 9110, 8.4). */
public enum Coding {
  IDENTITY,
  GZIP;

  /** Shorter answers are not compressed: they fit into one packet. */
  static final int SHORTEST = 1_024;

  private static final String NAME = "gzip";
  private static final String MARK = "-gzip\"";

  /** The coding of an answer of a length, for the Accept-Encoding of a caller. */
  public static Coding of(int length, @Nullable String accepted) {
    return length >= SHORTEST && accepted != null && acceptsGzip(accepted) ? GZIP : IDENTITY;
  }

  /** Whether gzip is named, by itself or by a star, with a weight not below that of identity. */
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

  /** The weight of a coding; 0 if it cannot be read. */
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

  /** The entity tag of an answer in this coding. Other bytes need another tag. */
  public String tag(String plain) {
    return this == IDENTITY ? plain : plain.substring(0, plain.length() - 1) + MARK;
  }

  /** The entity tag of the uncompressed answer. */
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
