package org.alliedregistry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Violations;

/**
 * Reads a body into a record and collects its violations. A syntax error is reported alone. Unknown
 * fields, wrong types and violated constraints are reported together, each with its JSON pointer.
 */
@ApplicationScoped
public class StrictJson {

  /** The maximum size of a body: 1 MiB. */
  public static final int MAX_BYTES = 1 << 20;

  private static final int MAX_DEPTH = 50;
  private static final int DECODED_AT_ONCE = 8 << 10;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  // the names of one body are not kept for the next: a caller chooses them
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Clock clock;

  public StrictJson(Clock clock) {
    this.clock = clock;
  }

  /**
   * Reads a body as far as possible.
   *
   * @throws ProblemException if the body is too large, not well-formed JSON or not an object
   */
  public <T extends Record> ParsedBody<T> read(InputStream body, Class<T> type) {
    byte[] bytes = bytes(body);
    return read(tree(bytes), type, Digest.of(bytes));
  }

  /** Reads a body that is parsed already. */
  public <T extends Record> ParsedBody<T> read(JsonNode body, Class<T> type) {
    return read(body, type, "");
  }

  private <T extends Record> ParsedBody<T> read(JsonNode body, Class<T> type, String digest) {
    Violations violations = new Violations();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    T read = new RecordBinder(today, violations).read(body, type, "");
    if (read == null) {
      throw ProblemException.ofBody(violations.list());
    }
    return new ParsedBody<>(read, violations.list(), digest);
  }

  private static byte[] bytes(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw ProblemException.because(ProblemType.TOO_LARGE, "The body has more than 1 MiB.");
      }
      refuseUnlessUtf8(bytes);
      return bytes;
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** Refuses a body that is not valid UTF-8 or has a NUL; the parser accepts overlong forms. */
  private static void refuseUnlessUtf8(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(DECODED_AT_ONCE);
    CoderResult result;
    do {
      result = decoder.decode(in, out.clear(), true);
      for (int i = 0; i < out.position(); i++) {
        if (out.get(i) == 0) {
          throw ProblemException.because(ProblemType.MALFORMED_JSON, "The body contains a NUL.");
        }
      }
    } while (result.isOverflow());
    if (result.isError()) {
      throw unreadable();
    }
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      JsonNode tree = MAPPER.readTree(bytes);
      if (tree == null || tree.isMissingNode()) {
        throw ProblemException.because(ProblemType.MALFORMED_JSON, "The body is empty.");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw ProblemException.because(ProblemType.MALFORMED_JSON, JsonSyntaxErrors.describe(e));
    } catch (NumberFormatException e) {
      throw ProblemException.because(
          ProblemType.MALFORMED_JSON, "A number has an exponent that is too large.");
    } catch (IOException e) {
      throw unreadable();
    }
  }

  private static ProblemException unreadable() {
    return ProblemException.because(
        ProblemType.MALFORMED_JSON, "The body ended too early, or it is not UTF-8 text.");
  }
}
