/** Icon outlines on a grid of 24 that a first view rarely shows. */
import type { IconPath } from './icons.ts';

export const calendarIcon: IconPath = 'M4 5h16v15H4zM4 10h16M8 3v4M16 3v4';
export const clockIcon: IconPath = 'M12 3a9 9 0 1 0 .01 0zM12 7v5l4 2';
export const pinIcon: IconPath = 'M12 21s7-6.5 7-11.5a7 7 0 1 0-14 0C5 14.5 12 21 12 21zM12 7a2.5 2.5 0 1 0 .01 0z';
export const phoneIcon: IconPath =
  'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4c0 1-1 1-2 1C11 20 4 13 4 6c0-1 0-2 1-2z';
export const userIcon: IconPath = 'M12 4a4 4 0 1 0 .01 0zM4.5 20.5c0-4 3-6 7.5-6s7.5 2 7.5 6';
export const usersIcon: IconPath =
  'M9 5a3.5 3.5 0 1 0 .01 0zM2.5 19.5c0-3.5 2.5-5.5 6.5-5.5s6.5 2 6.5 5.5M16 5.5a3.2 3.2 0 0 1 0 6.2M18 14.5c2.3.6 3.5 2.4 3.5 5';
export const docIcon: IconPath = 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6';
export const uploadIcon: IconPath = 'M12 16V5M7.5 9.5L12 5l4.5 4.5M4 17v3h16v-3';
export const downloadIcon: IconPath = 'M12 4v11M7.5 11L12 15.5 16.5 11M4 17v3h16v-3';
export const printIcon: IconPath = 'M7 8V3h10v5M7 16H4V8h16v8h-3M7 13h10v8H7z';
export const arrowIcon: IconPath = 'M4 12h15M13 6l6 6-6 6';
export const searchIcon: IconPath = 'M10.5 4a6.5 6.5 0 1 0 .01 0zM15.5 15.5L20 20';
export const editIcon: IconPath = 'M4 20l1-4L16 5l3 3L8 19zM13.5 7.5l3 3';
export const trashIcon: IconPath = 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5';
export const refreshIcon: IconPath = 'M19 12a7 7 0 1 1-2-5l2 2M19 4v5h-5';
export const lockIcon: IconPath = 'M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3M12 15v2.5';
export const bellIcon: IconPath = 'M5 17h14l-2-3V10a5 5 0 0 0-10 0v4zM10 20h4';
export const callIcon: IconPath = 'M4 10v4h4l7 5V5L8 10zM18.5 9a4 4 0 0 1 0 6';
export const ticketIcon: IconPath =
  'M3 7h18v4a1.5 1.5 0 0 0 0 3v4H3v-4a1.5 1.5 0 0 0 0-3zM14 7.5v2M14 11.5v2M14 15.5v2';
export const leafIcon: IconPath = 'M5 19c0-9 5-14 15-14 0 10-5 14-11 14-2 0-3-.5-4-2M5 20c2-5 5-8 9-10';
export const hourglassIcon: IconPath = 'M6 3h12M6 21h12M7 3c0 5 4 6 5 9 1-3 5-4 5-9M7 21c0-5 4-6 5-9 1 3 5 4 5 9';
export const linkIcon: IconPath =
  'M10 14a4 4 0 0 0 5.6 0l3-3A4 4 0 0 0 13 5.4l-1 1M14 10a4 4 0 0 0-5.6 0l-3 3A4 4 0 0 0 11 18.6l1-1';
export const offlineIcon: IconPath = 'M3 9c5.5-5 12.5-5 18 0M6.5 13c3.5-3 7.5-3 11 0M12 17.5v.5M4 20L20 4';
export const plugIcon: IconPath = 'M9 3v5M15 3v5M6 8h12v4a6 6 0 0 1-12 0zM12 18v3';
export const filterIcon: IconPath = 'M4 5h16l-6 8v6l-4 2v-8z';
export const chartIcon: IconPath = 'M4 4v16h16M8 16l4-5 3 3 5-7';
export const tableIcon: IconPath = 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14';
export const medalIcon: IconPath = 'M12 9a6 6 0 1 0 .01 0zM8 3l2.5 6M16 3l-2.5 6M12 12.5v5M10.5 13.5l1.5-1';
export const speakIcon: IconPath = 'M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5';
export const moveIcon: IconPath = 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4';
export const inboxIcon: IconPath = 'M4 4h16v16H4zM4 14h5c0 2 1.5 3 3 3s3-1 3-3h5';
export const unknownIcon: IconPath = 'M12 3a9 9 0 1 0 .01 0zM9.5 9.5c0-3 5-3 5 0 0 2-2.5 2-2.5 4M12 16.5v.3';
export const contrastIcon: IconPath = 'M12 3a9 9 0 1 0 .01 0zM12 3v18M12 8h7.5M12 12h9M12 16h8';
export const pauseIcon: IconPath = 'M12 3a9 9 0 1 0 .01 0zM10 9v6M14 9v6';
export const queueIcon: IconPath = 'M4 6h16M4 12h16M4 18h10';
export const doorIcon: IconPath = 'M6 21V3h12v18M3 21h18M14.5 12v.5';
export const scaleIcon: IconPath = 'M12 4v16M6 20h12M4 7h16M4 7l-2 6h5zM20 7l2 6h-5z';
