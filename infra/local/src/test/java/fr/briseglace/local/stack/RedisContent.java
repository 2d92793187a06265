package fr.briseglace.local.stack;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that a Redis holds, read as a thief would: every key, every value, over a bare connection (RESP2). */
final class RedisContent implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    RedisContent(String host, int port) throws IOException {
        this.socket = new Socket(host, port);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Bytes as Latin-1 texts, so that nothing is lost and everything can be searched. */
    Map<String, String> all() throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (Object key : list(call("KEYS", "*"))) {
            String name = (String) key;
            content.put(name, value(name));
        }
        return content;
    }

    private String value(String key) throws IOException {
        String type = (String) call("TYPE", key);
        return switch (type) {
            case "string" -> (String) call("GET", key);
            case "hash" -> joined(call("HGETALL", key));
            case "list" -> joined(call("LRANGE", key, "0", "-1"));
            case "set" -> joined(call("SMEMBERS", key));
            case "zset" -> joined(call("ZRANGE", key, "0", "-1", "WITHSCORES"));
            case "none" -> "";
            default -> throw new IOException("a type that cannot be searched: " + type);
        };
    }

    private static String joined(Object values) {
        return list(values).stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    private static List<?> list(Object answer) {
        return (List<?>) answer;
    }

    private Object call(String... words) throws IOException {
        StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            command.append('$')
                    .append(word.length())
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.ISO_8859_1));
        return answer();
    }

    private Object answer() throws IOException {
        int kind = in.read();
        String line = line();
        return switch (kind) {
            case '+', ':' -> line;
            case '$' -> bulk(Integer.parseInt(line));
            case '*' -> {
                List<Object> answers = new ArrayList<>();
                for (int left = Integer.parseInt(line); left > 0; left--) {
                    answers.add(answer());
                }
                yield answers;
            }
            default -> throw new IOException("Redis says " + line);
        };
    }

    /** A value that is gone since its key was read is empty. */
    private String bulk(int length) throws IOException {
        if (length < 0) {
            return "";
        }
        byte[] bytes = in.readNBytes(length);
        in.skipNBytes(2);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("Redis hung up");
            }
            line.append((char) c);
        }
        in.skipNBytes(1);
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
