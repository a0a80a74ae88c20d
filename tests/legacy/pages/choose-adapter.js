// ?adapter=local：数据在本页；会话由门户给。
document.addEventListener('DOMContentLoaded', function () {
  const query = new URLSearchParams(location.search);
  if (query.get('adapter') !== 'local') return;
  const portal = document.querySelector('zs-portal');
  portal.setAttribute('adapter', 'local');
  portal.removeAttribute('base-url');
  portal.session = JSON.parse(query.get('session'));
  portal.clockOffset = Number(query.get('offset'));
});
