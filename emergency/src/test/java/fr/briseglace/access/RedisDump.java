package fr.briseglace.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Everything a Redis holds, keys and values, as raw bytes read one to a character. */
final class RedisDump {
    private RedisDump() {}

    static String of(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String script = "local all = '' for _, k in ipairs(redis.call('KEYS', '*')) do"
                    + " all = all .. k .. '=' .. redis.call('GET', k) .. ';' end return all";
            OutputStream out = socket.getOutputStream();
            out.write(("*3\r\n$4\r\nEVAL\r\n$" + script.length() + "\r\n" + script + "\r\n$1\r\n0\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                head.append((char) c);
            }
            int length = Integer.parseInt(head.substring(1).strip());
            return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        }
    }
}
