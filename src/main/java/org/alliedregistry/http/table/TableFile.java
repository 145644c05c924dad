package org.alliedregistry.http.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.alliedregistry.http.TableFormat;

/**
 * A table on the disk. It is written whole before the first byte is sent, so that a caller gets all
 * of it or a problem.
 *
 * @param path a temporary file
 * @param tag the entity tag of the bytes before compression
 */
record TableFile(Path path, String tag) {

  /** The bytes of a workbook name this instant as the time when it was made. */
  private static final Instant NO_TIME = Instant.parse("1980-01-01T00:00:00Z");

  private static final int TAG_LENGTH = 32;

  /** Writes a table to a new temporary file. The file is deleted if that fails. */
  static TableFile write(TableFormat format, Class<?> type, Stream<?> rows, ObjectMapper json)
      throws IOException {
    Path path = Files.createTempFile("table", "." + format.code());
    try {
      try (OutputStream to = Files.newOutputStream(path);
          TableWriter writer = TableWriter.of(format, type, json, to)) {
        for (Iterator<?> rest = rows.iterator(); rest.hasNext(); ) {
          writer.write(rest.next());
        }
      }
      if (format == TableFormat.XLSX) {
        removeTime(path);
      }
      return new TableFile(path, tag(path));
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** Equal tables are equal bytes, so a workbook does not name the time when it was made. */
  private static void removeTime(Path workbook) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(workbook)) {
      Path properties = zip.getPath("docProps/core.xml");
      String text = Files.readString(properties, StandardCharsets.UTF_8);
      Files.writeString(
          properties, text.replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + NO_TIME));
      Files.setLastModifiedTime(properties, FileTime.from(NO_TIME));
    }
  }

  private static String tag(Path path) throws IOException {
    try (DigestInputStream bytes = new DigestInputStream(Files.newInputStream(path), sha256())) {
      bytes.transferTo(OutputStream.nullOutputStream());
      String digest = HexFormat.of().formatHex(bytes.getMessageDigest().digest());
      return '"' + digest.substring(0, TAG_LENGTH) + '"';
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** The same table, compressed, in a new temporary file; this one is deleted. */
  TableFile compressed() throws IOException {
    Path smaller = Files.createTempFile("table", ".gz");
    try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(smaller))) {
      Files.copy(path, to);
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(smaller);
      throw e;
    } finally {
      Files.deleteIfExists(path);
    }
    return new TableFile(smaller, tag);
  }
}
