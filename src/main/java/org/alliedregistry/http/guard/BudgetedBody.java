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
 * The body of one request. What it takes is set aside before it is kept: its bytes, and what its
 * JSON takes once it is read.
 */
final class BudgetedBody implements AutoCloseable {

  /** Each byte is held where it grew, as it is handed on, as it is read, and in a text. */
  static final int PER_BYTE = 4;

  /** A value, or a name, of JSON as an object in memory; at most 100 bytes were measured. */
  static final int PER_VALUE = 128;

  /** An honest body of 1 MiB has far fewer. */
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
   * Sets aside what its head takes.
   *
   * @throws ProblemException where there is no memory for it now
   */
  void begin(long headLength) {
    charge(headLength * PER_BYTE);
  }

  /**
   * Keeps what arrived.
   *
   * @throws ProblemException where it is too large, or there is no memory for it now
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

  /** What arrived, as JSON: decoded where it is coded, and ready to be read. */
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
            ProblemType.NOT_GZIP, "After the gzip of the body stands what is no gzip.");
      }
    } catch (EOFException e) {
      throw ProblemException.because(ProblemType.NOT_GZIP, "The gzip of the body ends too soon.");
    } catch (IOException e) {
      throw ProblemException.because(
          ProblemType.NOT_GZIP, "The body is no gzip, or was changed on its way.");
    }
    return decoded;
  }

  /**
   * Refuses what the JDK accepts: bytes after the end that are no gzip, and many empty parts in a
   * row, for each of which the JDK calls itself.
   */
  private static final class Gzip extends GZIPInputStream {

    private static final int MAX_EMPTY_PARTS = 16;

    /** A checksum and a length end each part. */
    private static final int TRAILER = 8;

    /** In which it is now, without a byte that was decoded. */
    private int emptyParts;

    private Gzip(byte[] coded) throws IOException {
      // all of it is read at once: what is not part of it remains
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

    /** Once it is read to its end. */
    boolean isFollowed() {
      return inf.getRemaining() > TRAILER;
    }
  }

  /** How many values and names there are at most: each stands before or after one of these. */
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
      throw ProblemException.because(ProblemType.MALFORMED_JSON, "The body broke off.");
    }
    if (!budget.take(holder, cost)) {
      throw ProblemException.because(
          ProblemType.TOO_MANY_BODIES, "The memory for bodies is taken by others that are read.");
    }
    charged += cost;
  }

  /** Gives back all that was set aside. */
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
