package org.alliedregistry.http.guard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.security.Requester;

/**
 * The body of one request. Its memory is reserved before it is stored: that of its bytes, and that
 * of its JSON values after reading.
 */
final class BudgetedBody implements AutoCloseable {

  /** Four copies of a byte exist: while it grows, when passed on, when read, and in a text. */
  static final int PER_BYTE = 4;

  /** The memory of a JSON value or name in bytes; at most 100 were measured. */
  static final int PER_VALUE = 128;

  /** An ordinary body of 1 MiB has far fewer values. */
  static final int MAX_VALUES = 50_000;

  private static final int AT_ONCE = 8 << 10;

  private final BodyBudget budget;
  private final Requester holder;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(AT_ONCE);
  private long charged;
  private boolean isClosed;

  BudgetedBody(BodyBudget budget, Requester holder) {
    this.budget = budget;
    this.holder = holder;
  }

  /**
   * Reserves the memory of the head.
   *
   * @throws ProblemException if there is no memory now
   */
  void begin(long headLength) {
    charge(headLength * PER_BYTE);
  }

  /**
   * Adds a part that arrived.
   *
   * @throws ProblemException if the body is too large, or if there is no memory now
   */
  void add(byte[] part) {
    add(bytes, part, part.length);
  }

  private void add(ByteArrayOutputStream to, byte[] part, int length) {
    if (to.size() + length > StrictJson.MAX_BYTES) {
      throw tooLarge("The body has more than 1 MiB.");
    }
    charge((long) length * PER_BYTE);
    to.write(part, 0, length);
  }

  /** The body, decoded if it was compressed. */
  InputStream json(boolean isCoded) {
    byte[] plain = (isCoded ? decoded() : bytes).toByteArray();
    long values = values(plain);
    if (values > MAX_VALUES) {
      throw tooLarge("The body has more than 50,000 values.");
    }
    charge(values * PER_VALUE);
    return new ByteArrayInputStream(plain);
  }

  private ByteArrayOutputStream decoded() {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(AT_ONCE);
    byte[] part = new byte[AT_ONCE];
    try (Gzip in = new Gzip(bytes.toByteArray())) {
      for (int length = in.read(part); length >= 0; length = in.read(part)) {
        add(decoded, part, length);
      }
      if (in.isFollowed()) {
        throw ProblemException.because(
            ProblemType.NOT_GZIP, "The body has other bytes after its gzip data.");
      }
    } catch (EOFException e) {
      throw ProblemException.because(
          ProblemType.NOT_GZIP, "The gzip data of the body ended too early.");
    } catch (IOException e) {
      throw ProblemException.because(
          ProblemType.NOT_GZIP, "The body is not gzip, or it was changed on the way.");
    }
    return decoded;
  }

  /**
   * Refuses two things that the JDK accepts: bytes after the end that are not gzip, and many empty
   * parts in a row, for each of which the JDK calls itself recursively.
   */
  private static final class Gzip extends GZIPInputStream {

    private static final int MAX_EMPTY_PARTS = 16;

    /** The length of the checksum and the size at the end of each part. */
    private static final int TRAILER = 8;

    /** The number of parts since the last decoded byte. */
    private int emptyParts;

    private Gzip(byte[] coded) throws IOException {
      // the whole input is in the buffer, so bytes after the end remain there
      super(new ByteArrayInputStream(coded), Math.max(AT_ONCE, coded.length));
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (emptyParts > MAX_EMPTY_PARTS) {
        throw new ZipException("many empty parts");
      }
      emptyParts++;
      try {
        return super.read(buffer, offset, length);
      } finally {
        emptyParts--;
      }
    }

    /** Checks the rest after the end. */
    boolean isFollowed() {
      return inf.getRemaining() > TRAILER;
    }
  }

  /** The maximum number of values and names: each is next to one of these characters. */
  private static long values(byte[] json) {
    long values = 0;
    for (byte b : json) {
      if (b == ',' || b == ':' || b == '[' || b == '{') {
        values++;
      }
    }
    return values;
  }

  private synchronized void charge(long cost) {
    if (isClosed) {
      throw ProblemException.because(ProblemType.MALFORMED_JSON, "The body ended too early.");
    }
    if (!budget.take(holder, cost)) {
      throw ProblemException.because(
          ProblemType.TOO_MANY_BODIES, "Other bodies use all the memory for bodies.");
    }
    charged += cost;
  }

  /** Releases the reserved memory. */
  @Override
  public synchronized void close() {
    budget.giveBack(holder, charged);
    charged = 0;
    isClosed = true;
  }

  private static ProblemException tooLarge(String detail) {
    return ProblemException.because(ProblemType.TOO_LARGE, detail);
  }
}
