package org.alliedregistry.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system that notes everything that is done to a file, and in which order. */
public final class RecordedFiles extends FilePathWrapper {

  static final String SCHEME = "recorded";

  /** What was done. */
  sealed interface Step {
    /** Bytes that may or may not be there after a loss of power, until the next force. */
    record Written(long position, byte[] bytes) implements Step {}

    /** The file ends here. */
    record Cut(long length) implements Step {}

    /** All that was done before is on the disk. */
    record Forced() implements Step {}
  }

  /** In order, of the one file that is written at a time. */
  static final List<Step> STEPS = Collections.synchronizedList(new ArrayList<>());

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel file = getBase().open(mode);
    return name.endsWith(".mv.db") ? new Recorded(file) : file;
  }

  private static final class Recorded extends FileBaseDefault {

    private final FileChannel file;

    Recorded(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return file.read(into, position);
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      byte[] bytes = new byte[from.remaining()];
      from.duplicate().get(bytes);
      STEPS.add(new Step.Written(position, bytes));
      return file.write(from, position);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      STEPS.add(new Step.Cut(size));
      file.truncate(size);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
      STEPS.add(new Step.Forced());
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }

  static void register() {
    FilePath.register(new RecordedFiles());
  }
}
