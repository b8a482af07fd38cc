/** What the console's page of photos and videos is made of: few come here, and it is loaded when they do. */
import '../../features/media/console/staff-device-media.ts';
import '../../features/media/console/staff-media.ts';
import '../../features/media/console/staff-playlists.ts';
