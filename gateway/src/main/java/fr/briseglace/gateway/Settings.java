package fr.briseglace.gateway;

import fr.briseglace.cache.RatePolicy;
import fr.briseglace.notice.Sender;
import fr.briseglace.store.DatabaseServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads single values, and says which one is missing or wrong without printing it. */
final class Settings {
    private static final String FILE = "file:";
    private static final Pattern RATE =
            Pattern.compile("(?<burst>[0-9]{1,9})\\s*,\\s*(?<sustained>[0-9]{1,9})\\s*/\\s*(?<period>[hms])(in)?");

    private static final Pattern SERVER =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[^\\s:/@\\[\\],]+)(:(?<port>[0-9]{1,5}))?");
    private static final int HIGHEST_PORT = 65_535;

    private final Properties properties;
    private final Path folder;
    private final Set<String> known = new HashSet<>();

    /**
     * Values of a file.
     *
     * @param folder what relative paths are relative to
     */
    Settings(Properties properties, Path folder) {
        this.properties = properties;
        this.folder = folder;
    }

    private @Nullable String raw(String name) {
        known.add(name);
        String value = properties.getProperty(name);
        if (value == null || !value.startsWith(FILE)) {
            return value == null ? null : value.strip();
        }
        try {
            return Files.readString(file(name, value.substring(FILE.length()).strip()))
                    .strip();
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    private Path file(String name, String path) {
        try {
            return folder.resolve(path);
        } catch (InvalidPathException e) {
            throw unreadable(name);
        }
    }

    private static ConfigException unreadable(String name) {
        return new ConfigException("the file that " + name + " names cannot be read");
    }

    String text(String name) {
        String value = raw(name);
        if (value == null || value.isEmpty()) {
            throw new ConfigException(name + " is missing");
        }
        return value;
    }

    String text(String name, String otherwise) {
        String value = raw(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    int number(String name, int otherwise, int least, int most) {
        String value = raw(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with a number out of range.
        }
        throw new ConfigException(name + " must be a number from " + least + " to " + most);
    }

    boolean flag(String name, boolean otherwise) {
        String value = raw(name);
        if (value == null) {
            return otherwise;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigException(name + " must be true or false");
        };
    }

    Duration duration(String name, Duration otherwise) {
        Duration duration = durationOrNone(name, otherwise);
        if (duration.isZero()) {
            throw new ConfigException(name + " must be a duration such as PT30M");
        }
        return duration;
    }

    /** A period of a year or more. */
    Period years(String name, Period otherwise) {
        String value = raw(name);
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        try {
            Period period = Period.parse(value);
            if (!LocalDate.EPOCH.plus(period).isBefore(LocalDate.EPOCH.plusYears(1))) {
                return period;
            }
        } catch (DateTimeException notAPeriod) {
            // Said below, together with one that is too short.
        }
        throw new ConfigException(name + " must be a period of a year or more such as P10Y");
    }

    /** A duration, or {@code PT0S} for none. */
    Duration durationOrNone(String name, Duration otherwise) {
        String value = raw(name);
        if (value == null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(value);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException notADuration) {
            // Said below, together with one that is negative.
        }
        throw new ConfigException(name + " must be a duration such as PT30M");
    }

    /** How many at once, and how many in the long run, such as {@code 30, 60/h}. */
    RatePolicy rate(String name, RatePolicy otherwise) {
        String value = raw(name);
        if (value == null) {
            return otherwise;
        }
        Matcher rate = RATE.matcher(value);
        try {
            if (rate.matches()) {
                return new RatePolicy(
                        otherwise.name(),
                        Long.parseLong(rate.group("burst")),
                        Long.parseLong(rate.group("sustained")),
                        Duration.parse("PT1" + rate.group("period").toUpperCase(Locale.ROOT)));
            }
        } catch (IllegalArgumentException | ArithmeticException uncountable) {
            // Said below, together with what is written otherwise.
        }
        throw new ConfigException(
                name + " must be how many at once and how many an hour (or min, or s), as in 30, 60/h");
    }

    Path path(String name) {
        Path path = file(name, text(name));
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw unreadable(name);
        }
        return path;
    }

    /** A file that must be there where it is named; null where none is. */
    @Nullable
    Path optionalPath(String name) {
        return text(name, "").isEmpty() ? null : path(name);
    }

    /** What a file says; nothing where none is named. */
    String optionalContent(String name) {
        Path file = optionalPath(name);
        try {
            return file == null ? "" : Files.readString(file);
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    /** A file that may be written; null where none is named. Its folder must be there. */
    @Nullable
    Path optionalFile(String name) {
        String value = text(name, "");
        Path path = value.isEmpty() ? null : file(name, value);
        if (path != null && !Files.isDirectory(path.toAbsolutePath().resolveSibling(""))) {
            throw new ConfigException("the folder of the file that " + name + " names is not there");
        }
        return path;
    }

    /** As {@link #uri}; null where there is none. */
    @Nullable
    URI optionalUri(String name, String scheme, String otherScheme) {
        return text(name, "").isEmpty() ? null : uri(name, scheme, otherScheme);
    }

    /** A folder, which need not be there yet. */
    Path folder(String name, String otherwise) {
        return file(name, text(name, otherwise));
    }

    /** A folder that need not be there yet; null where none is named. */
    @Nullable
    Path optionalFolder(String name) {
        String path = text(name, "");
        return path.isEmpty() ? null : file(name, path);
    }

    /** An address with a host and one of two schemes. */
    URI uri(String name, String scheme, String otherScheme) {
        return uri(name, text(name), scheme, otherScheme);
    }

    /** One such address or several, with commas between them. */
    List<URI> uris(String name, String scheme, String otherScheme) {
        return Stream.of(text(name).split(",", -1))
                .map(each -> uri(name, each.strip(), scheme, otherScheme))
                .toList();
    }

    private static URI uri(String name, String value, String scheme, String otherScheme) {
        try {
            URI uri = URI.create(value);
            if (uri.getHost() != null && (scheme.equals(uri.getScheme()) || otherScheme.equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException notAUri) {
            // Said below, together with one of another scheme.
        }
        String schemes = scheme.equals(otherScheme) ? scheme : scheme + " or " + otherScheme;
        throw new ConfigException(name + " must be an address that begins with " + schemes);
    }

    /** An address with a host and that scheme; null where there is none. */
    @Nullable
    URI optionalUri(String name, String scheme) {
        return text(name, "").isEmpty() ? null : uri(name, scheme, scheme);
    }

    /** Servers with commas between them, each with its port where that is not the usual one. */
    List<DatabaseServer> servers(String name, int usual) {
        return Stream.of(text(name).split(",", -1))
                .map(each -> server(name, each.strip(), usual))
                .toList();
    }

    private static DatabaseServer server(String name, String value, int usual) {
        Matcher server = SERVER.matcher(value);
        if (server.matches()) {
            int port = server.group("port") == null ? usual : Integer.parseInt(server.group("port"));
            if (port >= 1 && port <= HIGHEST_PORT) {
                return new DatabaseServer(server.group("host").replaceAll("[\\[\\]]", ""), port);
            }
        }
        throw new ConfigException(name + " must be a host or several, with commas between them, as in db1, db2:5433");
    }

    /** A mail address in its plain form, as a sender needs it. */
    String mail(String name) {
        String address = text(name);
        try {
            return new Sender(address, address.substring(address.indexOf('@') + 1)).address();
        } catch (IllegalArgumentException notPlain) {
            throw new ConfigException(name + " must be a plain mail address");
        }
    }

    /** Ends the reading: what nothing asked for is a key spelt wrong. */
    void check() {
        properties.stringPropertyNames().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new ConfigException(name + " is not a key of this configuration");
                });
    }
}
