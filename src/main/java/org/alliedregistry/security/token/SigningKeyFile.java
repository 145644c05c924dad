package org.alliedregistry.security.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.alliedregistry.problem.StartupRefused;
import org.alliedregistry.settings.SettingErrors;

/** Reads and writes the ES256 key file in PEM, which only its owner may read. */
final class SigningKeyFile {

  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int PEM_LINE = 64;

  private SigningKeyFile() {}

  /** Reads the key pair from a file that must exist. */
  static KeyPair named(Path file) {
    if (!Files.exists(file)) {
      throw new StartupRefused(
          "the key file "
              + file.toAbsolutePath()
              + " is not there; correct "
              + SettingErrors.variable("registry.security.jwt.key-file")
              + ", or copy the signing.key of another node there");
    }
    return read(file);
  }

  /** Reads the key pair from a file, or makes one and writes it there. */
  static KeyPair loadOrCreate(Path file) {
    if (Files.exists(file)) {
      return read(file);
    }
    try {
      return make(file);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the signing key " + file + " cannot be made", e);
    }
  }

  private static KeyPair make(Path file) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    writeOwnerOnly(file, pem(PRIVATE, pair.getPrivate()) + pem(PUBLIC, pair.getPublic()));
    return pair;
  }

  private static String pem(String label, Key key) {
    String base64 =
        Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, base64);
  }

  private static KeyPair read(Path file) {
    try {
      return parse(file);
    } catch (IOException
        | GeneralSecurityException
        | IndexOutOfBoundsException
        | IllegalArgumentException e) {
      throw new StartupRefused(
          "the key file "
              + file.toAbsolutePath()
              + " cannot be read or has no signing key; restore it from a backup",
          e);
    }
  }

  /** Files of the earlier format have each key on a line of its own, without PEM labels. */
  private static KeyPair parse(Path file) throws IOException, GeneralSecurityException {
    String text = Files.readString(file);
    int end = text.indexOf(text.contains(PUBLIC) ? "-----BEGIN " + PUBLIC : "\n");
    return new KeyPair(
        KeyUtils.decodePublicKey(text.substring(end), SignatureAlgorithm.ES256),
        KeyUtils.decodePrivateKey(text.substring(0, end), SignatureAlgorithm.ES256));
  }

  /** Writes a secret to a file that only its owner may read from the start. */
  static void writeOwnerOnly(Path file, String secret) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh);
    if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(
          fresh, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
    Files.writeString(fresh, secret);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Allows only the owner and the group to open a directory. */
  static void restrictToOwner(Path directory) throws IOException {
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(directory);
      allowed.removeIf(permission -> permission.name().startsWith("OTHERS"));
      Files.setPosixFilePermissions(directory, allowed);
    }
  }
}
